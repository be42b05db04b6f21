"""A module and a function of ours -> the environment of a program in which it fails, stalls or is killed, in all of its processes.

What is planted stands in a ``sitecustomize.py``, which Python runs before anything else: the program itself is the one that is shipped.
"""

import os
from pathlib import Path

_PLANTED = """
import os, signal, time
import {module} as planted

true = planted.{function}

def planted_instead(*given, **named):
    said = repr(given)
    if {word!r} in said:
        {deed}
    return true(*given, **named)

planted.{function} = planted_instead
"""
FAILS = "raise LookupError(said)"
IS_KILLED = "os.kill(os.getpid(), signal.SIGKILL)"


def stalls(sign: Path) -> str:
    """It touches a file and then does nothing for minutes."""
    return f"open({str(sign)!r}, 'a').close(); time.sleep(300)"


def planted(folder: Path, place: str, word: str, deed: str) -> dict[str, str]:
    """``place`` is module:function; the deed is done where one of its arguments holds the word.

    Coverage, whose own file the deed would meet, is left out.
    """
    module, _, function = place.partition(":")
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(_PLANTED.format(module=module, function=function, word=word, deed=deed), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, [str(folder), kept.get("PYTHONPATH", "")]))}
