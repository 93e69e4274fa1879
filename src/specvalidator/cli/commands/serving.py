"""The commands of the service: `serve` and `token`."""

from specvalidator.cli.commands.shared import (
    add_catalogue,
    add_lang,
    add_limits,
    add_pack,
    add_workers,
)
from specvalidator.cli.commands.usage import Commands, add_command, path
from specvalidator.cli.options import ServeOptions, TokenOptions


def add_serve(commands: Commands, name: str) -> None:
    """Add `serve`."""
    said = "以网页和 HTTP 接口提供检查\nOffer the checks over HTTP, with a page for people"
    command = add_command(commands, name, said, ServeOptions, "serving")
    command.option(
        "--host",
        zh="监听的地址，默认只限本机（127.0.0.1）",
        en="address to listen at, by default this machine's own",
        metavar="ADDRESS",
    )
    command.option("--port", zh="端口，默认 8000", en="port (default 8000)", type=int, metavar="N")
    command.flag(
        "--open",
        zh="开始服务后在浏览器中打开网页",
        en="open the page in the browser as soon as it is there",
    )
    command.option(
        "--tokens",
        zh="令牌文件，请求须带其中一个令牌",
        en="file of tokens of which each request must bring one",
        type=path,
        metavar="FILE",
    )
    command.flag(
        "--no-tokens",
        zh="监听其他地址而不要令牌",
        en="listen at other addresses and ask for no token",
    )
    add_workers(command)
    command.option(
        "--waiting",
        zh="排队请求的最大数量，默认每个进程8个，超过的以503答复",
        en="requests that may wait, by default 8 per process; more are answered with 503",
        type=int,
        metavar="N",
    )
    command.option(
        "--body",
        zh="一次请求最大的字节数，默认 64M",
        en="largest body of a request (default 64M)",
        metavar="SIZE",
    )
    command.option(
        "--files",
        zh="一次请求最多的文件数，默认 20",
        en="most files of a request (default 20)",
        type=int,
        metavar="N",
    )
    command.option(
        "--hostname",
        zh="服务的主机名，可多次使用",
        en="host name under which it is reached; may be repeated",
        action="append",
        default=[],
        metavar="NAME",
    )
    command.option(
        "--cors",
        zh="允许其他网页的脚本使用，如 https://portal.example",
        en="let the scripts of other pages use it, such as https://portal.example",
        action="append",
        default=[],
        metavar="ORIGIN",
    )
    add_pack(command)
    add_catalogue(command)
    add_lang(command)
    add_limits(command)


def add_token(commands: Commands, name: str) -> None:
    """Add `token`."""
    said = "为使用服务的系统生成令牌\nMake a token for who may use the service"
    command = add_command(commands, name, said, TokenOptions, "serving")
    command.take(
        "name",
        "使用者的名称，字母、数字和 . - _",
        "name of who uses it: letters, digits and . - _",
        metavar="NAME",
    )
    command.option(
        "--tokens",
        zh="令牌文件，只记摘要",
        en="file of tokens, which keeps only a digest",
        type=path,
        required=True,
        metavar="FILE",
    )
    add_lang(command)
