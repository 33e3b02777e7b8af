"""How the followed ticket looks: the hub's page in small, one style sheet, fonts and all inside."""

import base64
import hashlib
import tomllib
from functools import lru_cache

from layso_assets import files

_COLOURS = ("ground", "surface", "ink", "quiet", "line", "accent", "on_accent", "good", "good_soft")
_FONTS = {400: "BeVietnamPro-Regular.woff", 700: "BeVietnamPro-Bold.woff"}

_RULES = """
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);border-top:.35rem solid var(--accent);
font:1rem/1.55 BVP,"Be Vietnam Pro",system-ui,sans-serif;overflow-wrap:break-word}
p{margin:0 0 .85rem}
header{border-bottom:1px solid var(--line);background:var(--surface)}
.wrap{max-width:42rem;margin:0 auto;padding:.7rem 1.1rem}
.brand{display:flex;align-items:center;gap:.55rem;min-height:2.6rem;font-weight:700;font-size:1.15rem}
.brand svg{width:1.9rem;height:1.9rem;color:var(--accent);flex:none}
.tongue{margin-left:auto;display:inline-flex;align-items:center;min-height:2.6rem;padding:0 .2rem;
font-size:1rem;font-weight:400;color:var(--accent)}
main.wrap{padding-top:1.2rem;padding-bottom:2rem}
.slip{border:1px solid var(--line);border-top:.4rem solid var(--accent);border-radius:.9rem;
background:var(--surface);padding:1.2rem 1.1rem;text-align:center}
h1{font-size:1rem;line-height:1.25;margin:0 0 .6rem;color:var(--quiet)}
.number{font-size:clamp(4rem,22vw,6.5rem);line-height:1.05;font-weight:700;color:var(--accent);
margin:.1rem 0 .4rem}
.quiet{color:var(--quiet)}
.small{font-size:.9rem;margin:.8rem 0 0}
.cut{border:0;border-top:2px dashed var(--line);margin:1.1rem 0}
.state{font-size:1.45rem;font-weight:700;line-height:1.35;text-wrap:balance;margin:.4rem 0}
.call{background:var(--accent);color:var(--on_accent);border-radius:.8rem;padding:1rem;font-size:1.7rem}
.lead{font-size:1.1rem}
.good{border:1px solid var(--good);border-radius:.8rem;background:var(--good_soft);
color:var(--good);font-weight:700;padding:1rem 1.1rem;margin:1.1rem 0 0}
footer{border-top:1px solid var(--line);background:var(--surface);color:var(--quiet);
font-size:.9rem}
"""


@lru_cache(maxsize=1)
def style() -> str:
    """Return the page's one style sheet, in the colours of all our windows."""
    themes = tomllib.loads(files.path("tokens.toml").read_text("utf-8"))["themes"]
    faces = "".join(_face(weight, name) for weight, name in _FONTS.items())
    dark = f"@media(prefers-color-scheme:dark){{{_colours(themes['dark'])}}}"
    contrast = f"@media(prefers-contrast:more){{{_colours(themes['contrast'])}}}"
    return faces + _colours(themes["light"]) + dark + contrast + _RULES.replace("\n", "")


@lru_cache(maxsize=1)
def policy() -> str:
    """Return the content security policy: this style sheet, its fonts, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )


def _face(weight: int, name: str) -> str:
    font = base64.b64encode(files.path("fonts", "web", name).read_bytes()).decode()
    source = f'src:url(data:font/woff;base64,{font}) format("woff")'
    return f"@font-face{{font-family:BVP;{source};font-weight:{weight}}}"


def _colours(theme: dict[str, str]) -> str:
    return ":root{" + ";".join(f"--{name}:{theme[name]}" for name in _COLOURS) + "}"
