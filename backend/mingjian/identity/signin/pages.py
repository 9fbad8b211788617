"""Where links in mails lead: pages of the web client, tokens behind ``#``."""

from allauth.headless.adapter import DefaultHeadlessAdapter

from mingjian.identity.links import page_url

PAGES = {
    "account_reset_password": "/reset-password",
    "account_reset_password_from_key": "/reset-password#{key}",
    "account_signup": "/login",
    "socialaccount_login_error": "/login/provider-error",
}


class HeadlessAdapter(DefaultHeadlessAdapter):  # type: ignore[misc]  # allauth is untyped
    """A fragment reaches neither logs nor ``Referer``, so a token is safe there."""

    def get_frontend_url(self, urlname: str, **kwargs: str) -> str | None:
        page = PAGES.get(urlname)
        return page_url(page.format(**kwargs)) if page else None
