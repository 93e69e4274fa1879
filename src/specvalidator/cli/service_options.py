"""The options of `serve` and `token`."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _ArgumentGroup


def add_serve(options: "_ArgumentGroup") -> None:
    """Add what may be decided about the service; None is its own default."""
    add = options.add_argument
    add(
        "--host",
        metavar="ADDRESS",
        help="监听的地址，默认只限本机（127.0.0.1）\n"
        "address to listen at, by default this machine's own",
    )
    add("--port", type=int, metavar="N", help="端口，默认 8000\nport (default 8000)")
    add(
        "--tokens",
        type=Path,
        metavar="FILE",
        help="令牌文件，请求须带其中一个令牌\nfile of tokens of which each request must bring one",
    )
    add(
        "--no-tokens",
        action="store_true",
        help="监听其他地址而不要令牌\nlisten at other addresses and ask for no token",
    )
    add(
        "--workers",
        type=int,
        metavar="N",
        help="读取文件的进程数，默认为处理器数\n"
        "processes that read files, by default one per processor",
    )
    add(
        "--waiting",
        type=int,
        metavar="N",
        help="排队请求的最大数量，默认每个进程8个，超过的以503答复\n"
        "requests that may wait, by default 8 per process; more are answered with 503",
    )
    add(
        "--body",
        metavar="SIZE",
        help="一次请求最大的字节数，默认 64M\nlargest body of a request (default 64M)",
    )
    add(
        "--files",
        type=int,
        metavar="N",
        help="一次请求最多的文件数，默认 20\nmost files of a request (default 20)",
    )
    add(
        "--hostname",
        action="append",
        default=[],
        metavar="NAME",
        help="服务的主机名，可多次使用\nhost name under which it is reached; may be repeated",
    )
    add(
        "--cors",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="允许其他网页的脚本使用，如 https://portal.example\n"
        "let the scripts of other pages use it, such as https://portal.example",
    )


def add_token(given: "_ArgumentGroup", options: "_ArgumentGroup") -> None:
    """Add whose token is made, and where it is noted."""
    given.add_argument(
        "name",
        metavar="NAME",
        help="使用者的名称，字母、数字和 . - _\nname of who uses it: letters, digits and . - _",
    )
    options.add_argument(
        "--tokens",
        type=Path,
        required=True,
        metavar="FILE",
        help="令牌文件，只记摘要\nfile of tokens, which keeps only a digest",
    )
