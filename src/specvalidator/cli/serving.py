"""`serve` and `token`: the service over HTTP, and who may use it."""

import os
from typing import Any

from specvalidator.cli.limits import limits_of, size
from specvalidator.cli.options import ServeOptions, TokenOptions
from specvalidator.cli.paths import is_there
from specvalidator.cli.terminal import WrongUsage, not_written, say, write
from specvalidator.wording import Words

_NEEDED = Words(
    "serve 需要另外安装：请在本程序的文件夹中运行 pip install '.[server]'。",
    "serve needs more: pip install '.[server]' in the folder of this program.",
)


def serve(options: ServeOptions) -> int:
    """Run the service until it is told to stop; return the exit status."""
    try:
        from specvalidator.service import running  # noqa: PLC0415 - an extra
        from specvalidator.service.options import ServiceOptions  # noqa: PLC0415 - the same
    except ImportError as error:
        if (error.name or "").startswith("specvalidator"):
            raise
        raise WrongUsage(_NEEDED) from None
    said: dict[str, Any] = {
        "host": options.host,
        "port": options.port,
        "workers": _at_least(1, options.workers, "--workers"),
        "waiting": _at_least(0, options.waiting, "--waiting"),
        "files": _at_least(1, options.files, "--files"),
        "body_bytes": None if options.body is None else size(options.body, "--body"),
        "pack": options.pack,
        "catalogue": options.catalogue,
        "tokens": options.tokens,
    }
    chosen = ServiceOptions()._replace(
        **{name: value for name, value in said.items() if value is not None},
        # Each worker is a process already.
        limits=limits_of(options, isolate=False)._replace(isolate=False),
        lang=options.lang,
        origins=options.cors,
        hosts=options.hostname,
    )
    running.serve(chosen, anybody=options.no_tokens, begun=_open if options.open else None)
    return 0


def _open(address: str) -> None:
    """Open the page in the browser of this machine."""
    import webbrowser  # noqa: PLC0415 - only here

    webbrowser.open(address)


def token(options: TokenOptions) -> int:
    """Make a token, note its digest, print it; return the exit status."""
    from specvalidator.service.tokens import line_of, load_tokens, new_token  # noqa: PLC0415

    made = new_token()
    path = options.tokens
    try:
        line = line_of(options.name, made)
    except ValueError:
        raise WrongUsage(
            Words(
                f"名称“{options.name}”只能有字母、数字和 . - _，最多60个字符。",
                f"The name “{options.name}” may have up to 60 letters, digits and . - _.",
            )
        ) from None
    if is_there(path) and path.stat().st_size and options.name in load_tokens(path).owners:
        raise WrongUsage(
            Words(
                f"{path} 中已有“{options.name}”。要换令牌，请先删去那一行。",
                f"{path} has “{options.name}” already; to replace its token, remove the line.",
            )
        )
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a") as file:
            file.write(line)
    except OSError as error:
        raise not_written(path, error) from None
    write(f"{made}\n")
    say(_SHOWN_ONCE, options.lang)
    return 0


_SHOWN_ONCE = Words(
    "以上令牌只显示这一次，请妥善交给使用者；文件中只有它的摘要。服务须重新启动才会接受它。",
    "The token is shown only now; the file keeps a digest. A running service takes it after a "
    "restart.",
)


def _at_least(least: int, number: int | None, option: str) -> int | None:
    if number is not None and number < least:
        raise WrongUsage(
            Words(f"{option} 至少为 {least}。", f"{option} is to be at least {least}.")
        )
    return number
