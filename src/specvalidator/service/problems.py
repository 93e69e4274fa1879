"""What is wrong with a request itself, as problem documents (RFC 9457) in Chinese and English."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from pydantic import BaseModel, Field
from starlette.responses import JSONResponse

from specvalidator.wording import Lang, Words

MEDIA_TYPE = "application/problem+json"
Name = Literal[
    "bad-request",
    "bad-parameter",
    "bad-body",
    "no-file",
    "too-many-files",
    "unauthorised",
    "unknown-host",
    "not-found",
    "method-not-allowed",
    "not-acceptable",
    "too-slow",
    "too-large",
    "unsupported-media-type",
    "not-marked",
    "not-written",
    "busy",
    "failed",
]
"""What can be wrong."""


class _Problem(NamedTuple):
    status: int
    title: Words
    detail: Words


class ProblemDocument(BaseModel, title="问题说明"):
    """Why a request was refused (RFC 9457)."""

    type: str = Field(description="urn:specvalidator:problem: and the name of the problem")
    title: str = Field(description="The problem in a few words")
    status: int = Field(description="The status of the answer")
    detail: str = Field(description="What is wrong here and what to do")
    instance: str = Field(description="urn:specvalidator:request: and the id of the request")
    error: str | None = Field(
        default=None, description="Of a file that cannot be marked: the word of `errors[].error`"
    )


class ProblemError(Exception):
    """A request that is refused."""

    def __init__(
        self,
        name: Name,
        detail: Words | None = None,
        *,
        error: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Say what is wrong.

        Args:
            name: which problem it is.
            detail: what is wrong here, in place of what is said of every such problem.
            error: the word for a file that could not be read.
            headers: more headers of the answer.
        """
        super().__init__(name)
        self.name = name
        self.detail = detail
        self.error = error
        self.headers = dict(headers or {})


def answer(problem: ProblemError, lang: Lang, request_id: str) -> JSONResponse:
    """Return the answer that refuses a request."""
    status, title, detail = _PROBLEMS[problem.name]
    document = ProblemDocument(
        type=f"urn:specvalidator:problem:{problem.name}",
        title=title.said(lang),
        status=status,
        detail=(problem.detail or detail).said(lang),
        instance=f"urn:specvalidator:request:{request_id}",
        error=problem.error,
    )
    headers = {**_HEADERS.get(problem.name, {}), **problem.headers, "Content-Language": lang}
    return JSONResponse(
        document.model_dump(exclude_none=True), status, headers=headers, media_type=MEDIA_TYPE
    )


RETRY_SECONDS = 1
"""When to try again: the queue is short on purpose."""
_HEADERS: Mapping[Name, Mapping[str, str]] = {
    "busy": {"Retry-After": str(RETRY_SECONDS)},
    "unauthorised": {"WWW-Authenticate": 'Bearer realm="specvalidator"'},
}
_PROBLEMS: Mapping[Name, _Problem] = {
    "bad-request": _Problem(
        400,
        Words("请求不合规范", "Bad request"),
        Words(
            "请求不符合 HTTP 规范，未作处理，连接已关闭。",
            "The request is no valid HTTP; it was not looked at, and the connection is closed.",
        ),
    ),
    "bad-parameter": _Problem(
        422,
        Words("参数有误", "Bad parameter"),
        Words("请求的参数有误。", "A parameter of the request is wrong."),
    ),
    "bad-body": _Problem(
        400,
        Words("请求内容有误", "Bad body"),
        Words(
            "上传的内容不完整，或不是正确的 multipart/form-data。请重新上传。",
            "The upload is incomplete, or no valid multipart/form-data. Send it again.",
        ),
    ),
    "no-file": _Problem(
        400,
        Words("没有文件", "No file"),
        Words(
            "请求中没有文件。请把文件放在名为 file 的字段中，或直接作为请求的内容。",
            "The request has no file. Send files as parts named “file”, or one as the body.",
        ),
    ),
    "too-many-files": _Problem(
        400,
        Words("文件太多", "Too many files"),
        Words("一次请求的文件太多，请分几次上传。", "Too many files in one request; send fewer."),
    ),
    "unauthorised": _Problem(
        401,
        Words("需要令牌", "Token required"),
        Words(
            "这项服务需要令牌：请求头 Authorization: Bearer 令牌。"
            "令牌缺失或不正确，请向管理员索取。",
            "This service asks for a token: the header Authorization: Bearer TOKEN. It is missing "
            "or wrong; ask the operator for one.",
        ),
    ),
    "unknown-host": _Problem(
        421,
        Words("主机名不对", "Unknown host"),
        Words(
            "服务不以这个主机名提供。管理员可用 --hostname 加上它。",
            "The service is not offered under this host name; its operator may add it "
            "with --hostname.",
        ),
    ),
    "not-found": _Problem(
        404,
        Words("没有找到", "Not found"),
        Words("这里没有内容，请核对地址。", "There is nothing here; check the address."),
    ),
    "method-not-allowed": _Problem(
        405,
        Words("不支持这种请求方法", "Method not allowed"),
        Words("这个地址不支持这种请求方法。", "This address does not take this method."),
    ),
    "not-acceptable": _Problem(
        406,
        Words("没有所要的格式", "Not acceptable"),
        Words(
            "Accept 所列的格式都不提供。可用 ?format= 指定格式。",
            "None of the media types of Accept is offered; ?format= names a format.",
        ),
    ),
    "too-slow": _Problem(
        408,
        Words("上传太慢", "Too slow"),
        Words(
            "上传用时过长，已中止。请检查网络后重试。",
            "The upload took too long and was given up. Check the network and try again.",
        ),
    ),
    "too-large": _Problem(
        413,
        Words("上传内容太大", "Too large"),
        Words(
            "上传的内容超过服务允许的大小。请减少图片，或分几次上传。",
            "The upload is larger than the service takes. Send fewer files or smaller pictures.",
        ),
    ),
    "unsupported-media-type": _Problem(
        415,
        Words("不支持这种内容类型", "Unsupported media type"),
        Words(
            "请用 multipart/form-data，或以 application/octet-stream 直接上传一个文件，"
            "或以 application/json 上传一份记录。",
            "Send multipart/form-data, or one file as application/octet-stream, or a record as "
            "application/json.",
        ),
    ),
    "not-marked": _Problem(
        422,
        Words("无法批注这个文件", "The file cannot be marked"),
        Words("无法批注这个文件。", "The file cannot be marked."),
    ),
    "not-written": _Problem(
        422,
        Words("无法生成", "It cannot be written"),
        Words("无法由这些结果生成文件。", "No file can be made of these results."),
    ),
    "busy": _Problem(
        503,
        Words("服务繁忙", "Busy"),
        Words(
            "现在请求太多，没有受理。请按 Retry-After 稍候再试，文件没有问题。",
            "Too many requests just now; this one was not taken. Try again after Retry-After; "
            "nothing is wrong with the file.",
        ),
    ),
    "failed": _Problem(
        500,
        Words("服务内部出错", "Internal error"),
        Words(
            "服务内部出错。这是程序的缺陷，请把请求编号告诉管理员。",
            "The service failed. This is a bug; tell the operator the id of the request.",
        ),
    ),
}
