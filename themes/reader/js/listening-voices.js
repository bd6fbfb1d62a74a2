/* Which voices may read a text. A language is what is spoken: Mandarin and Cantonese are two, though both are written zh.
   Voices that ask another computer are none: a page here asks nobody. Runs under node too. */
const ListeningVoices = (() => {
  "use strict";

  const CANTONESE = /cantonese|廣東|广东|粵|粤/i;
  const SAME = { no: "nb", nn: "nb", iw: "he", in: "id", ji: "yi", tl: "fil", lzh: "cmn" };

  const parts = (tag) => String(tag).toLowerCase().replace(/_/g, "-").split("-").filter(Boolean);

  /** What is spoken where a tag is written: cmn, yue, en. Written Chinese is read in Mandarin, in Hong Kong and Macau in Cantonese. */
  const spoken = (tag) => {
    const [code = "", ...rest] = parts(tag);
    if (code !== "zh") return SAME[code] ?? code;
    return rest.find((part) => /^[a-z]{3}$/.test(part)) ?? (rest.some((part) => part === "hk" || part === "mo") ? "yue" : "cmn");
  };

  /** Voices of Chinese that read no characters (pinyin), or a dialect: zh-CN-sichuan. */
  const odd = (tag) => /^(zh|cmn|yue)-/.test(parts(tag).join("-")) && parts(tag).some((part) => part === "latn" || part === "pinyin" || /^[a-z]{5,}$/.test(part));

  /** What a voice speaks. Some that speak Cantonese say so in their names only. */
  const heard = ({ lang, name }) => (parts(lang)[0] === "zh" && CANTONESE.test(name) ? "yue" : spoken(lang));

  /** Whether a voice may read a text of this tag. */
  const fits = (voice, tag) => voice.localService === true && heard(voice) === spoken(tag) && !odd(voice.lang);

  return { fits, spoken, parts };
})();
