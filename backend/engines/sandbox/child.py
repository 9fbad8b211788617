"""The child process: reads what it is to do, gives everything else up, does it, answers.

Started by path in isolated mode, so that nothing of the installation but this folder's
parent, the standard library and the pinned packages can be imported.
"""

import importlib
import json
import os
import sys
from pathlib import Path

CODE = Path(__file__).resolve().parents[1]
sys.path.append(str(CODE.parent))

from engines.sandbox.confinement import confine, limit  # noqa: E402
from engines.sandbox.remote import buffered  # noqa: E402
from engines.sandbox.wire import BLOB, FRAME, read_exactly, read_frame, write_json  # noqa: E402

TASKS = {"examine": "engines.intake.task", "preview": "engines.previews.task"}


def main() -> None:
    """One request from standard input, one answer to standard output."""
    hears = os.fdopen(0, "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no frame
    _, length, _ = read_frame(hears)
    request = json.loads(read_exactly(hears, length))
    task = importlib.import_module(TASKS[request["task"]])
    limit()
    is_confined = confine(CODE)
    if request["must_confine"] and not is_confined:
        write_json(answers, {"fault": "unconfined"})
        return
    file = buffered(answers, hears, request["size"])
    try:
        answer, blobs = task.run(file, request["given"] | {"is_confined": is_confined})
    except MemoryError:
        write_json(answers, {"fault": "memory"})
        return
    except Exception as error:  # noqa: BLE001  (whatever a decoder raises is an answer)
        write_json(answers, {"fault": "failed", "why": f"{type(error).__name__}: {error}"[:300]})
        return
    for blob in blobs:
        answers.write(FRAME.pack(BLOB, len(blob), 0) + blob)
    write_json(answers, {"answer": answer})


if __name__ == "__main__":
    main()
