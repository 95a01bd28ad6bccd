"""The one settings file. What differs between machines comes from the environment.

``DEBUG=1`` is for a developer's machine; everything else is production, which refuses to
start on the default secret. ``docs/operations.md`` lists the variables.
"""

import zoneinfo
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from js_asset import static_lazy

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"  # what a running site writes: database, uploads

env = environ.Env()
env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)
DEFAULT_SECRET = "insecure-secret-for-a-developers-machine"
SECRET_KEY = env("SECRET_KEY", default=DEFAULT_SECRET)
if not DEBUG and SECRET_KEY == DEFAULT_SECRET:
    raise ImproperlyConfigured("Set SECRET_KEY (or DEBUG=1 on a developer's machine).")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, as its documentation asks
    "ampcpp",  # before the admin, so that our admin templates and catalogues win
    "ampcpp.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "simple_history",
    "governance",
    "news",
    "programme",
]

MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",  # first, so that whatever answers carries the policy
    "django.middleware.security.SecurityMiddleware",
    "ampcpp.middleware.permissions",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "ampcpp.middleware.LanguageFromPath",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",  # who saved a version
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",  # last: it answers instead of the page of signing in
]

ROOT_URLCONF = "ampcpp.urls"
WSGI_APPLICATION = "ampcpp.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ampcpp.context.site",
            ],
        },
    }
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR}/ampcpp.sqlite3")}
# In files, so that all processes know which codes of a second factor have been used.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": env.path("CACHE_ROOT", default=str(VAR_DIR / "cache")),
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for a writer, and a writer waits instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Who may enter: `ampcpp/access.py` says how, these are its names for the libraries

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: it refuses whoever is locked out
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_ADAPTER = "ampcpp.access.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300  # seconds
# Log-ins are counted by axes, in the database; allauth would count in the memory of each process.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}
MFA_ADAPTER = "ampcpp.access.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "ampcpp.access.CodeForm",
    "reauthenticate": "ampcpp.access.CodeAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "AMPCPP"
MFA_TOTP_TOLERANCE = 1  # the clock of a telephone may be half a minute wrong
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG  # http://localhost
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1  # hour
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "ampcpp.access.locked_out"
AXES_CLIENT_IP_CALLABLE = "ampcpp.sender.sender_ip"
AXES_USERNAME_CALLABLE = "ampcpp.access.tried_name"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the hour is an hour
AXES_DISABLE_ACCESS_LOG = True  # `ampcpp/log.py`
AXES_ENABLE_ADMIN = False
AXES_SENSITIVE_PARAMETERS = ["username", "login", "ip_address", "code", "csrfmiddlewaretoken"]

# Languages, time

LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["ampcpp.formats"]
TIME_ZONE = "Africa/Casablanca"
# Morocco changes its clock by decree: the package knows of it before the systems do.
zoneinfo.reset_tzpath(to=())
MODELTRANSLATION_DEFAULT_LANGUAGE = "ar"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("ar", "fr", "en")
# Each language has a tab of its own in the admin: the labels need not repeat it.
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = lambda name, language: name  # noqa: E731

# What the text editor of the admin learns beside its package: extensions by their module. What
# they write is allowed, like all of it, by `ampcpp/richtext.py`.
NOTHING_ALLOWED = "django_prose_editor.config.html_tags"
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy("js/editor-insert.js")],
        "extensions": dict.fromkeys(["Photo", "Link", "DocumentLink"], NOTHING_ALLOWED),
    },
    {
        "js": [static_lazy("js/paste-letters.js")],
        "extensions": {"Letters": NOTHING_ALLOWED},
    },
    {
        "js": [static_lazy("js/word-paste.js")],
        "extensions": {"WordPaste": NOTHING_ALLOWED},
    },
    {
        "js": [static_lazy("js/paste-direction.js")],
        "extensions": {"Directions": NOTHING_ALLOWED},
    },
]

# Files

STATIC_URL = "static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))
# Documents are read through a view that asks whether they are public, never by their path.
DOCUMENTS_ROOT = env.path("DOCUMENTS_ROOT", default=str(VAR_DIR / "documents"))
STATICFILES_STORAGE_CLASS = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "ampcpp.storage.StaticStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "documents": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DOCUMENTS_ROOT},
    },
    "staticfiles": {"BACKEND": STATICFILES_STORAGE_CLASS},
}

# The first of them counts what is too large and lets the fields refuse it.
FILE_UPLOAD_HANDLERS = [
    "ampcpp.uploads.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# A programme is edited on one page: some 40 activities of 20 fields each.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

# Mail: messages of the contact form go to the address in the association's details. A developer's
# machine writes them to the terminal.

vars().update(env.email("EMAIL_URL", default="consolemail://" if DEBUG else "smtp://localhost:25"))
EMAIL_TIMEOUT = 10  # seconds that the sender of a message may have to wait
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="site@localhost")

# Security: https everywhere but on a developer's machine

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SECURE_HSTS_SECONDS = 0 if DEBUG else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEBUG
SECURE_PROXY_SSL_HEADER = None if DEBUG else ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_ENGINE = "ampcpp.sessions"
X_FRAME_OPTIONS = "DENY"
# Nothing inline, nothing from elsewhere. The forms of the admin ask for a little more, and so do
# documents: `ampcpp/admin/base.py`, `ampcpp/views/documents.py`.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],  # for tools that read robots.txt from within the page
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "ampcpp.views.form_expired"
CSRF_COOKIE_AGE = None  # readers who open the contact form carry it until they close the browser

# Errors go to the standard error of the server, where systemd and containers keep them.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"level": "ERROR"},
    },
}
