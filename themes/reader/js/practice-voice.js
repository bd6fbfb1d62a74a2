/* Which of the browser's voices may read a language aloud: only those on the machine, and never one of another Chinese. */
const PracticeVoice = (() => {
  "use strict";

  const CANTONESE = /^(?:yue\b|zh[-_]HK\b|zh[-_](?:\w+[-_])?(?:HK|MO)\b)|cantonese|廣東|广东|粵|粤/i;
  const chinese = (tag) => /^(?:zh|cmn|yue)\b/i.test(tag);

  /** The voice for a tag among `voices` ({ lang, name, localService, default }), undefined where none fits. */
  const choose = (voices, tag) => {
    const language = tag.split("-")[0].toLowerCase();
    const fits = ({ lang, name, localService }) => {
      if (!localService) return false;
      if (!chinese(tag)) return lang.split(/[-_]/)[0].toLowerCase() === language;
      const cantonese = CANTONESE.test(lang) || CANTONESE.test(name);
      return chinese(lang) && cantonese === /^yue\b|-HK\b/i.test(tag);
    };
    const able = voices.filter(fits);
    return able.find((voice) => voice.default) ?? able[0];
  };

  return { choose };
})();
