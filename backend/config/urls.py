"""The product's URL table below the ASGI root."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from mingjian.api import api
from mingjian.kit import spa

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
    path("_allauth/", include("mingjian.identity.signin.urls")),
    re_path(r"^(?:m|guest)(?:/|$)", spa.phone),
    re_path(spa.PAGE_PATTERN, spa.desk),
]
handler400 = "mingjian.kit.problems.wrong_request"
handler403 = "mingjian.kit.problems.not_permitted"
handler404 = "mingjian.kit.problems.not_found"
handler500 = "mingjian.kit.problems.crashed"
