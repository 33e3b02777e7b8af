"""Why the system could not: its error in the reader's language, never strerror's English."""

import errno

from layso_assets.languages import Texts

_KNOWN = {
    errno.ENOENT: "not_there",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "is_folder",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "read_only",
    errno.ENOSPC: "full",
    errno.EEXIST: "there",
    errno.EADDRINUSE: "in_use",
    errno.EADDRNOTAVAIL: "no_address",
}


def reason(error: OSError, texts: Texts) -> str:
    """Return a few words without a full stop; the system's number for what has no words here."""
    word = _KNOWN.get(error.errno or 0)
    if word is None:
        return texts.say("command.system.other", n=error.errno or 0)
    return texts.say(f"command.system.{word}")
