"""The API described in OpenAPI 3.1, from the one table of routes."""

import re
from typing import Any

from pydantic.json_schema import models_json_schema

from layso_queue.center.api.answers import Answer, ProblemAnswer
from layso_queue.center.api.problems import STATUS
from layso_queue.center.api.ways import Way

TITLE = "Lấy Số: center"
VERSION = "1"
_REF = "#/components/schemas/{model}"


def described(ways: tuple[Way, ...]) -> dict[str, Any]:
    """Return the OpenAPI document."""
    bodies = {way.body for way in ways if way.body} | {way.query for way in ways if way.query}
    answers: set[type[Answer]] = {one for way in ways for one in way.answers.values() if one}
    answers.add(ProblemAnswer)
    wanted: list[Any] = [(one, "validation") for one in sorted(bodies, key=lambda m: m.__name__)]
    wanted += [(one, "serialization") for one in sorted(answers, key=lambda m: m.__name__)]
    refs, schemas = models_json_schema(wanted, ref_template=_REF)
    paths: dict[str, dict[str, Any]] = {}
    for way in ways:
        paths.setdefault(way.path, {})[way.method.lower()] = _operation(way, refs)
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "version": VERSION},
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"device": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(way: Way, refs: dict[Any, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": way.name,
        "summary": way.summary,
        "responses": _responses(way, refs),
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in re.findall(r"{(\w+)}", way.path)
        ],
    }
    if way.roles is not None:
        made["security"] = [{"device": []}]
        made["x-roles"] = sorted(way.roles)
        made["parameters"].append(
            {"name": "Accept-Language", "in": "header", "schema": {"enum": ["vi", "en"]}}
        )
    if way.signed_in:
        made["x-signed-in"] = sorted(way.signed_in)
        made["parameters"].append(
            {"name": "Layso-Session", "in": "header", "schema": {"type": "string"}}
        )
    if way.body is not None:
        schema = refs[(way.body, "validation")]
        made["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schema}},
        }
    if way.query is not None:
        for name, field in way.query.model_json_schema()["properties"].items():
            made["parameters"].append({"name": name, "in": "query", "schema": field})
    return made


def _responses(way: Way, refs: dict[Any, Any]) -> dict[str, Any]:
    responses: dict[str, Any] = {}
    for status, answer in way.answers.items():
        one: dict[str, Any] = {"description": way.summary}
        if answer is not None:
            schema = refs[(answer, "serialization")]
            one["content"] = {"application/json": {"schema": schema}}
        elif way.other_kind is not None:
            one["content"] = {way.other_kind: {"schema": {"type": "string"}}}
        responses[str(status)] = one
    words = {*way.refusals, "METHOD_NOT_ALLOWED", "CENTER_BUSY", "STORE_FAILED", "OUR_FAULT"}
    if way.roles is not None:
        words |= {"NOT_ENROLLED", "ROLE_NOT_ALLOWED"}
    if way.signed_in:
        words.add("SIGN_IN_NEEDED")
    if way.body or way.query:
        words |= {"BAD_INPUT", "TOO_LARGE"}
    if way.method != "GET":
        words.add("DISK_FULL")
    by_status: dict[int, list[str]] = {}
    for word in sorted(words):
        by_status.setdefault(STATUS.get(word, 409), []).append(word)
    problem = refs[(ProblemAnswer, "serialization")]
    for status, found in sorted(by_status.items()):
        kinds = {"application/problem+json": {"schema": problem}}
        before = responses.get(str(status), {}).get("content", {})
        responses[str(status)] = {"description": ", ".join(found), "content": before | kinds}
    return responses
