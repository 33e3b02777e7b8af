"""What every table of a settings file has in common."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,16}$")]


class Part(BaseModel):
    """A table of the file; a word that it does not know is a fault, not ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)
