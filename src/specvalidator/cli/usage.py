"""A parser that says what is wrong with a command in both languages, as its help does."""

import re
import sys
from argparse import ArgumentParser
from typing import NoReturn

_SAID = (
    (r"the following arguments are required: (.+)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"\1 没有 \2，可用：\3"),
    (r"argument (.+?): expected (?:one|at least one) argument", r"\1 后面没有写内容"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 后面不能带内容：\2"),
    (r"argument (.+?): invalid \S+ value: (.+)", r"\1 的内容不对：\2"),
)
"""What argparse says, and the same in Chinese."""


class Parser(ArgumentParser):
    """An `ArgumentParser` whose errors are understood by those who read no English."""

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong with it; end with status 2."""
        self.print_usage(sys.stderr)
        for english, chinese in _SAID:
            match = re.fullmatch(english, message, re.DOTALL)
            if match:
                self.exit(2, f"错误：{match.expand(chinese)}\nerror: {message}\n")
        self.exit(2, f"error: {message}\n")
