"""The command that judges whole archives: `batch`."""

from specvalidator.cli.commands.shared import (
    add_exclude,
    add_judging,
    add_lang,
    add_limit,
    add_out,
    add_passing,
    add_redact,
    add_workers,
)
from specvalidator.cli.commands.usage import STATUS, Commands, add_command, source
from specvalidator.cli.options import BatchOptions


def add_batch(commands: Commands, name: str) -> None:
    """Add `batch`."""
    said = "检查整个档案，可中断、可续做\nJudge a whole archive; a run that was ended goes on"
    command = add_command(commands, name, said, BatchOptions, "batching", STATUS)
    command.take(
        "source",
        "文件夹、通配符、zip 压缩包、清单（.txt，每行一个路径，- 为标准输入），\n"
        "或 fsspec 地址，如 s3://bucket/archive",
        "a folder, a pattern, a zip, a list of paths (.txt, or - for standard input), or an\n"
        "address of fsspec such as s3://bucket/archive",
        type=source,
        metavar="SOURCE",
    )
    add_out(
        command,
        "存放结果的文件夹；中断后再次运行，从中断处继续",
        "folder for the results; run again, and it goes on where it stopped",
    )
    add_workers(command)
    command.option(
        "--engine",
        zh="local（默认，本机）或 ray（集群）",
        en="local (default, this machine) or ray (a cluster)",
        default="local",
        metavar="ENGINE",
    )
    command.option(
        "--ray-address",
        zh="Ray 集群的地址；默认用正在运行的，没有则在本机启动",
        en="of the Ray cluster; by default one that is running, else one is started here",
        metavar="ADDRESS",
    )
    command.flag(
        "--html",
        zh="另为每个文件写一份网页报告，从概览的清单打开",
        en="also write an HTML report of each document, opened from the list of the overview",
    )
    add_judging(command)
    add_passing(command)
    add_exclude(command)
    add_redact(command)
    add_lang(command)
    add_limit(command)
