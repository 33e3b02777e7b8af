"""The API described in OpenAPI 3.1, from the one table of routes."""

import re
from typing import Any

import orjson
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from layso_queue.hub.api.answers import ProblemAnswer
from layso_queue.hub.api.problems import STATUS
from layso_queue.hub.api.ways import ApiWay
from layso_queue.hub.web.reply import JSON, PROBLEM, SHORTLY, Reply

_REF = "#/components/schemas/{model}"


def described(ways: tuple[ApiWay, ...]) -> dict[str, Any]:
    """Return the OpenAPI document."""
    bodies = {one for way in ways for one in (way.body, way.query) if one}
    answers: set[type[BaseModel]] = {one for way in ways for one in way.answers.values() if one}
    answers.add(ProblemAnswer)
    wanted: list[Any] = [(one, "validation") for one in sorted(bodies, key=lambda m: m.__name__)]
    wanted += [(one, "serialization") for one in sorted(answers, key=lambda m: m.__name__)]
    refs, schemas = models_json_schema(wanted, ref_template=_REF)
    paths: dict[str, dict[str, Any]] = {}
    for way in ways:
        paths.setdefault(way.path, {})[way.method.lower()] = _operation(way, refs)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Lấy Số: hub", "version": "1"},
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer"},
                "center": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def document(ways: tuple[ApiWay, ...]) -> Reply:
    """Return the document as an answer."""
    return Reply(200, orjson.dumps(described(ways)), JSON, SHORTLY)


def _operation(way: ApiWay, refs: dict[Any, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": way.name,
        "summary": way.summary,
        "responses": _responses(way, refs),
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in re.findall(r"{(\w+)}", way.path)
        ],
    }
    language = {"name": "Accept-Language", "in": "header", "schema": {"enum": ["vi", "en"]}}
    made["parameters"].append(language)
    if way.scope is not None:
        made["security"] = [{"key": []}]
        made["x-scope"] = way.scope
    elif way.of_center:
        made["security"] = [{"center": []}]
    if way.once:
        form = {"type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[!-~]+$"}
        once = {"name": "Idempotency-Key", "in": "header", "required": True, "schema": form}
        made["parameters"].append(once)
    if way.body is not None:
        schema = refs[(way.body, "validation")]
        content = {"application/json": {"schema": schema}}
        made["requestBody"] = {"required": True, "content": content}
    if way.query is not None:
        shape = way.query.model_json_schema()
        needed = shape.get("required", [])
        for name, field in shape["properties"].items():
            one = {"name": name, "in": "query", "required": name in needed, "schema": field}
            made["parameters"].append(one)
    return made


def _responses(way: ApiWay, refs: dict[Any, Any]) -> dict[str, Any]:
    responses: dict[str, Any] = {}
    for status, answer in way.answers.items():
        schema = {"type": "object"} if answer is None else refs[(answer, "serialization")]
        content = {JSON: {"schema": schema}}
        responses[str(status)] = {"description": way.summary, "content": content}
    words = {*way.refusals, "OUR_FAULT", "STORE_FAILED"}
    if way.scope is not None:
        words |= {"KEY_NEEDED", "SCOPE_MISSING", "TOO_FAST"}
    elif way.of_center:
        words |= {"TOKEN_NEEDED", "TOO_FAST"}
    if way.body or way.query:
        words |= {"BAD_INPUT", "TOO_LARGE"}
    by_status: dict[int, list[str]] = {}
    for word in sorted(words):
        by_status.setdefault(STATUS.get(word, 409), []).append(word)
    problem = refs[(ProblemAnswer, "serialization")]
    for status, found in sorted(by_status.items()):
        responses[str(status)] = {
            "description": ", ".join(found),
            "content": {PROBLEM: {"schema": problem}},
        }
    return responses
