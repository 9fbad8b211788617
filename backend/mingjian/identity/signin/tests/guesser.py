"""Another web process: ``python -m …guesser EMAIL TIMES DEFAULT KEYS`` guesses passwords.

Prints allauth's verdict on each guess; the last two words name the test databases.
"""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")  # noqa: TID251


def main(email: str, times: str, *databases: str) -> None:
    from django.conf import settings

    for alias, name in zip(("default", "keys"), databases, strict=True):
        settings.DATABASES[alias]["NAME"] = name
    import django

    django.setup()
    settings.ALLOWED_HOSTS.append("testserver")
    from mingjian.identity.signin.tests.browser import Browser

    browser = Browser(ip="192.0.2.50")
    for _ in range(int(times)):
        answer = browser.post("auth/login", {"email": email, "password": "wrong"})
        print(answer.json()["errors"][0]["code"])  # noqa: T201  (its one output)


if __name__ == "__main__":
    main(*sys.argv[1:])
