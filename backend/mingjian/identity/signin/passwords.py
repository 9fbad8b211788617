"""What a password must be: Django's rules in our words, which say what to do."""

from typing import Any

from django.contrib.auth import password_validation as rules

from mingjian.identity.signin.sentences import sentence

MINIMUM = 12


class LongEnough(rules.MinimumLengthValidator):
    """Length is what counts; a sentence of four words is easily remembered."""

    def __init__(self) -> None:
        super().__init__(MINIMUM)

    def get_error_message(self) -> Any:
        return sentence(
            f"密码太短：至少 {MINIMUM} 个字符，可用几个词组成一句话。",
            f"The password is too short: use {MINIMUM} characters or more, such as a few words.",
        )


class Uncommon(rules.CommonPasswordValidator):
    def get_error_message(self) -> Any:
        return sentence(
            "此密码过于常见，容易被猜中。请换一个密码。",
            "This password is among the most common ones. Choose another.",
        )


class NotOnlyDigits(rules.NumericPasswordValidator):
    def get_error_message(self) -> Any:
        return sentence(
            "密码不能全是数字。请加入文字或字母。",
            "The password must not be digits only. Add words or letters.",
        )


class UnlikeTheAddress(rules.UserAttributeSimilarityValidator):
    def __init__(self) -> None:
        super().__init__(user_attributes=("email",))

    def get_error_message(self) -> Any:
        return sentence(
            "密码与邮箱过于相似。请换一个密码。",
            "The password is too much like the e-mail address. Choose another.",
        )
