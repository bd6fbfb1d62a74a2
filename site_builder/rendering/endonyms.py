"""What a language calls itself, for the buttons that choose it. Names as in Unicode's CLDR."""

from collections.abc import Sequence

_ENDONYMS = {
    "af": "Afrikaans",
    "am": "አማርኛ",
    "ar": "العربية",
    "bg": "Български",
    "bn": "বাংলা",
    "bo": "བོད་སྐད་",
    "ca": "Català",
    "cs": "Čeština",
    "cy": "Cymraeg",
    "da": "Dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "eo": "Esperanto",
    "es": "Español",
    "et": "Eesti",
    "eu": "Euskara",
    "fa": "فارسی",
    "fi": "Suomi",
    "fr": "Français",
    "ga": "Gaeilge",
    "grc": "Ἀρχαία ἑλληνική",
    "he": "עברית",
    "hi": "हिन्दी",
    "hr": "Hrvatski",
    "hu": "Magyar",
    "hy": "Հայերեն",
    "id": "Indonesia",
    "is": "Íslenska",
    "it": "Italiano",
    "ja": "日本語",
    "ka": "ქართული",
    "kk": "Қазақ тілі",
    "km": "ខ្មែរ",
    "ko": "한국어",
    "la": "Latina",
    "lo": "ລາວ",
    "lt": "Lietuvių",
    "lv": "Latviešu",
    "lzh": "文言",
    "mn": "Монгол",
    "ms": "Bahasa Melayu",
    "my": "မြန်မာ",
    "nb": "Norsk bokmål",
    "ne": "नेपाली",
    "nl": "Nederlands",
    "nn": "Norsk nynorsk",
    "no": "Norsk",
    "pi": "Pāli",
    "pl": "Polski",
    "ps": "پښتو",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "sa": "संस्कृतम्",
    "sk": "Slovenčina",
    "sl": "Slovenščina",
    "sq": "Shqip",
    "sr": "Српски",
    "sr-cyrl": "Српски",
    "sr-latn": "Srpski",
    "sv": "Svenska",
    "sw": "Kiswahili",
    "ta": "தமிழ்",
    "te": "తెలుగు",
    "th": "ไทย",
    "tr": "Türkçe",
    "ug": "ئۇيغۇرچە",
    "uk": "Українська",
    "ur": "اردو",
    "uz": "Oʻzbekcha",
    "vi": "Tiếng Việt",
    "yi": "ייִדיש",
    "yue": "粵語",
    "zh": "中文",
}


def endonym(tag: str) -> str:
    """The name of a BCP 47 tag's language in that language, or the tag when it is not known."""
    code, *rest = tag.lower().split("-")
    written = f"{code}-{rest[0]}" if rest else code
    return _ENDONYMS.get(written) or _ENDONYMS.get(code, tag)


def endonyms(tags: Sequence[str]) -> tuple[str, ...]:
    """The names of a document's languages; those that would be called the same are told apart by their tags."""
    names = [endonym(tag) for tag in tags]
    return tuple(f"{name} ({tag})" if names.count(name) > 1 else name for name, tag in zip(names, tags, strict=True))
