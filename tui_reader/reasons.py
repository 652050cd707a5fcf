"""What the operating system says of a failure, in the language of the interface."""

from __future__ import annotations

import errno

from tui_reader.words import N_, tr

# As `os.strerror` says it on Linux in English, which it does wherever no locale was set.
_KNOWN = {
    errno.ENOENT: N_("No such file or directory"),
    errno.EACCES: N_("Permission denied"),
    errno.EPERM: N_("Operation not permitted"),
    errno.EISDIR: N_("Is a directory"),
    errno.ENOTDIR: N_("Not a directory"),
    errno.EEXIST: N_("File exists"),
    errno.ENOSPC: N_("No space left on device"),
    errno.EDQUOT: N_("Disk quota exceeded"),
    errno.EROFS: N_("Read-only file system"),
    errno.EIO: N_("Input/output error"),
    errno.ENAMETOOLONG: N_("File name too long"),
    errno.ELOOP: N_("Too many levels of symbolic links"),
    errno.EMFILE: N_("Too many open files"),
    errno.ENOEXEC: N_("Exec format error"),
}


def reason(error: BaseException) -> str:
    """What the system says of ``error``: translated where it is one of the usual things, else as it came."""
    number = getattr(error, "errno", None)
    if number in _KNOWN:
        return tr(_KNOWN[number])
    return getattr(error, "strerror", None) or str(error)
