"""What a language calls itself, for the buttons that choose it. Names as in Unicode's CLDR."""

_ENDONYMS = {
    "ar": "العربية",
    "cs": "Čeština",
    "da": "Dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "es": "Español",
    "fa": "فارسی",
    "fi": "Suomi",
    "fr": "Français",
    "he": "עברית",
    "hi": "हिन्दी",
    "hu": "Magyar",
    "id": "Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "la": "Latina",
    "lzh": "文言",
    "nl": "Nederlands",
    "no": "Norsk",
    "pi": "Pāli",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "sa": "संस्कृतम्",
    "sv": "Svenska",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "Українська",
    "vi": "Tiếng Việt",
    "zh": "中文",
}


def endonym(tag: str) -> str:
    """The name of a BCP 47 tag's language in that language, or the tag when it is not known."""
    return _ENDONYMS.get(tag.partition("-")[0].lower(), tag)
