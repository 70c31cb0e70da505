"""The OpenAPI 3.1 document, written from the declarations that read the questions."""

from collections.abc import Mapping
from typing import Any

from cakupan import __version__
from cakupan.exports.api.fields import Field, FieldKind
from cakupan.exports.api.parameters import Catalogue, Parameter, Shape
from cakupan.exports.api.resources import BASE, RESOURCES, Resource
from cakupan.texts import Words

Document = dict[str, Any]

_TYPES: Mapping[FieldKind, Document] = {
    FieldKind.TEXT: {"type": "string"},
    FieldKind.WHOLE: {"type": "integer"},
    FieldKind.NUMBER: {"type": "number"},
    FieldKind.RATIO: {"type": "number"},
    FieldKind.FLAG: {"type": "boolean"},
    FieldKind.MOMENT: {"type": "string", "format": "date-time"},
}
_PERIOD = r"\d{4}(-\d{2}(-\d{2})?)?"
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "parameter": {"type": "string"},
    },
}


def openapi(catalogue: Catalogue, say: Words, *, server: str) -> Document:
    """The document in one language; ``server`` is the path the API is served under."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": say("api.title"),
            "version": __version__,
            "description": say("api.description"),
        },
        "servers": [{"url": server}],
        "paths": {
            resource.path.removeprefix(BASE): {"get": _operation(resource, say)}
            for resource in RESOURCES
        },
        "components": {
            "parameters": {
                name: _parameter(parameter, say) for name, parameter in catalogue.parameters.items()
            },
            "schemas": {
                "problem": _PROBLEM,
                **{resource.name: _answer(resource, say) for resource in RESOURCES},
            },
            "responses": {
                "problem": {
                    "description": say("api.answer.problem"),
                    "content": {"application/problem+json": {"schema": _schema("problem")}},
                },
                "unchanged": {"description": say("api.answer.unchanged")},
            },
        },
    }


def _operation(resource: Resource, say: Words) -> Document:
    problem = {"$ref": "#/components/responses/problem"}
    return {
        "operationId": resource.name,
        "summary": say(f"api.resource.{resource.name}"),
        "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in resource.parameters],
        "responses": {
            "200": {
                "description": say("api.answer.found"),
                "headers": {
                    "ETag": {"schema": {"type": "string"}},
                    "Link": {"schema": {"type": "string"}},
                    "X-Total-Count": {"schema": {"type": "integer"}},
                },
                "content": {
                    "application/json": {"schema": _schema(resource.name)},
                    "text/csv": {"schema": {"type": "string"}},
                },
            },
            "304": {"$ref": "#/components/responses/unchanged"},
            "400": problem,
            "404": problem,
        },
    }


def _parameter(parameter: Parameter, say: Words) -> Document:
    return {
        "name": parameter.name,
        "in": "query",
        "required": False,
        "description": say(f"api.parameter.{parameter.name}"),
        "schema": _values(parameter),
    }


def _values(parameter: Parameter) -> Document:
    if parameter.shape is Shape.WHOLE:
        bounds = {"minimum": parameter.least, "maximum": parameter.most}
        return {"type": "integer", "default": int(parameter.start), **bounds}
    schema: Document = {"type": "string"}
    if parameter.start:
        schema["default"] = parameter.start
    if parameter.shape is Shape.CHOICE:
        schema["enum"] = list(parameter.values)
    elif parameter.shape is Shape.PERIODS:
        schema["pattern"] = rf"^(semua|{_PERIOD}(\.\.{_PERIOD})?)$"
    elif parameter.shape is Shape.REGIONS:
        schema["pattern"] = r"^\d{2}(\.\d{2})?(,\d{2}(\.\d{2})?)*$"
    else:
        schema["maxLength"] = parameter.most
    return schema


def _answer(resource: Resource, say: Words) -> Document:
    row = {
        "type": "object",
        "required": [field.name for field in resource.fields],
        "properties": {field.name: _field(field, say) for field in resource.fields},
    }
    return {
        "type": "object",
        "required": ["resource", "total", "limit", "offset", "next", "release", "data"],
        "properties": {
            "resource": {"type": "string"},
            "total": {"type": "integer"},
            "limit": {"type": "integer"},
            "offset": {"type": "integer"},
            "next": {"type": ["string", "null"]},
            "release": {"type": "string"},
            "data_version": {"type": "integer"},
            "data": {"type": "array", "items": row},
        },
    }


def _field(field: Field, say: Words) -> Document:
    schema = dict(_TYPES[field.kind])
    if field.optional:
        schema["type"] = [schema["type"], "null"]
    return {**schema, "description": say(f"api.field.{field.name}")}


def _schema(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}
