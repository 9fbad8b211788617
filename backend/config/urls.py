"""The product's URL table below the ASGI root."""

from django.urls import URLPattern, URLResolver, path

from mingjian.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", api.urls),
]
