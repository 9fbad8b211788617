"""Refusals of the jobs page."""

from mingjian.kit.errors import Conflict


class NotRetryableError(Conflict):
    code = "job_not_retryable"
    zh = "该任务正在执行或已完成，无需重试。"
    en = "This job is running or done; there is nothing to retry."


class NotCancellableError(Conflict):
    code = "job_not_cancellable"
    zh = "该任务已经结束，或属于系统自身的定时任务，不能取消。"
    en = "This job has ended, or is one of the installation's own; it cannot be cancelled."
