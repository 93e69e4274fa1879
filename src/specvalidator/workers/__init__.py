"""Processes in which strangers' files are read: one that crashes, hangs or asks too much is ended.

What such a process answers is bytes and JSON, checked against its type and never unpickled: it
may have been taken over by the file that it reads.
"""
