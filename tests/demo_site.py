"""The demo site, loaded once by each process of the tests and then copied row by row: loading it
takes two seconds, most of them for checking each row and finding its words."""

import datetime

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction

from ampcpp.demo.loading import is_empty, load
from ampcpp.demo.tables import Content
from ampcpp.search import index, sqlite

APPS = ("ampcpp", "governance", "news", "programme")
INDEX = "ampcpp_searchentry"
CONTENT = Content(settings.BASE_DIR / "content")

#: Statement → its rows, as they were after the first time; the files are still there.
ROWS = {}


def load_demo():
    """The whole demo site. Beside other rows it is really loaded; into nothing, copied."""
    if not is_empty():
        load(CONTENT)
    elif not ROWS:
        with connection.execute_wrapper(keep_terms):
            load(CONTENT)
        for table in tables():
            keep_rows(table)
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            index.clear()  # of SQLite's index no flush takes away what a test before left in it
            for statement, rows in ROWS.items():
                cursor.executemany(statement, rows)
            for reset in connection.ops.sequence_reset_sql(no_style(), models()):
                cursor.execute(reset)


def keep_terms(execute, sql, params, many, context):
    """What SQLite's index holds cannot be read from it: it is heard when it is written."""
    if sql.startswith(f"INSERT INTO {sqlite.TABLE} "):
        ROWS.setdefault(sql, []).append(params)
    return execute(sql, params, many, context)


def models():
    return [model for app in APPS for model in apps.get_app_config(app).get_models()]


def tables():
    return [INDEX, *(model._meta.db_table for model in models())]


def keep_rows(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        if rows := cursor.fetchall():
            columns = ", ".join(column[0] for column in cursor.description)
            places = ", ".join(["%s"] * len(cursor.description))
            rows = [[*map(parameter, row)] for row in rows]
            ROWS[f"INSERT INTO {table} ({columns}) VALUES ({places})"] = rows


def parameter(value):
    """SQLite reads times but does not write them."""
    return str(value) if isinstance(value, datetime.date | datetime.time) else value
