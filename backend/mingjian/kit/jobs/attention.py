"""What an administrator must notice without looking for it: failed jobs, no worker."""

from collections.abc import Iterator
from datetime import timedelta

from mingjian.kit import clock
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.jobs import queries
from mingjian.kit.jobs.models import Job
from mingjian.kit.status import Banner
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem

OVERDUE = timedelta(minutes=1)
NO_WORKER = Banner(
    "no_job_worker",
    "error",
    Words(
        "后台任务进程没有运行：邮件和后续处理都在等待。请重新启动系统，或查看服务器日志。",
        "No job worker is running: letters and follow-ups wait. Restart, or read the server log.",
    ),
)


class FailedJobs:
    """Work for whoever may retry jobs (a ``WorkSource``)."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        failed = queries.jobs(viewer, state="failed").count() if _may_act(viewer) else 0
        if failed:
            yield WorkItem(
                key="jobs:failed",
                title=Words(f"{failed} 个后台任务失败", f"Background jobs failed: {failed}"),
                verb=Words("查看并重试", "Look and retry"),
                href="/jobs?state=failed",
            )


class IdleQueue:
    """A line on every page when jobs wait and nobody runs them (a ``BannerSource``)."""

    def banners(self, viewer: Viewer) -> Iterator[Banner]:
        if not _may_act(viewer) or queries.workers_alive():
            return
        if Job.objects.due(clock.now() - OVERDUE).exists():
            yield NO_WORKER


def _may_act(viewer: Viewer) -> bool:
    return bool(authority().grants(viewer, Rule("jobs", "U")))
