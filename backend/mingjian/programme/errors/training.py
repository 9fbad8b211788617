"""What can go wrong with training records."""

from mingjian.identity.errors import FieldError


class CourseExistsError(FieldError):
    status = 409
    code = "course_exists"
    field = "title"
    zh = "当天已有同名培训，请打开它并添加参加人员。"
    en = "A course of that title on that day exists. Open it and add the participants."


class AlreadyTrainedError(FieldError):
    status = 409
    code = "already_in_course"
    field = "person_id"
    zh = "此人已在该培训的名单中。"
    en = "This person is on the list of this course already."


class ConfirmationOfAnotherError(FieldError):
    code = "confirmation_of_another"
    field = "confirmation_id"
    zh = "所选能力确认属于另一人员，请重新选择。"
    en = "That confirmation is of another person. Choose one of theirs."
