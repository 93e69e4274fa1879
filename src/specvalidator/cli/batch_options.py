"""The arguments and options of `batch`."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _ActionsContainer


def add_batch(given: "_ActionsContainer", options: "_ActionsContainer") -> None:
    """Add what is judged, where results go, and who judges."""
    given.add_argument(
        "source",
        metavar="SOURCE",
        help="文件夹、通配符、zip 压缩包、清单（.txt，每行一个路径，- 为标准输入），\n"
        "或 fsspec 地址，如 s3://bucket/archive\n"
        "a folder, a pattern, a zip, a list of paths (.txt, or - for standard input), or an\n"
        "address of fsspec such as s3://bucket/archive",
    )
    add = options.add_argument
    add(
        "--out",
        type=Path,
        required=True,
        metavar="DIR",
        help="存放结果的文件夹；中断后再次运行，从中断处继续\n"
        "folder for the results; run again, and it goes on where it stopped",
    )
    add(
        "--workers",
        type=int,
        metavar="N",
        help="用几个进程，默认与处理器数相同\nprocesses; by default one for each processor",
    )
    add(
        "--engine",
        default="local",
        metavar="ENGINE",
        help="local（默认，本机）或 ray（集群）\nlocal (default, this machine) or ray (a cluster)",
    )
    add(
        "--ray-address",
        metavar="ADDRESS",
        help="Ray 集群的地址；默认用正在运行的，没有则在本机启动\n"
        "of the Ray cluster; by default one that is running, else one is started here",
    )
