"""Messages between this process and another: how long each is, then its bytes."""

import struct
from io import FileIO
from typing import NamedTuple

_LENGTH = struct.Struct(">Q")


class Pipe(NamedTuple):
    """Both directions, as one of the two processes has them."""

    reader: FileIO
    writer: FileIO

    def send(self, message: bytes) -> None:
        """Send a message.

        Raises:
            OSError: nobody is there to read it.
        """
        for part in (_LENGTH.pack(len(message)), message):
            left = memoryview(part)
            while left:
                left = left[self.writer.write(left) :]

    def receive(self, most: int) -> bytes:
        """Wait for a message and return it.

        Raises:
            EOFError: the other process is gone, or its message has more than `most` bytes.
        """
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size))
        if length > most:
            raise EOFError
        return self._read(length)

    def close(self) -> None:
        """Close both directions."""
        self.reader.close()
        self.writer.close()

    def _read(self, length: int) -> bytes:
        parts = []
        while length:
            part = self.reader.read(length)
            if not part:
                raise EOFError
            parts.append(part)
            length -= len(part)
        return b"".join(parts)
