/* The words of the review page, in the language the reader chose, else the browser's. A word is a row: English,
 * Traditional Chinese, Simplified Chinese. */
"use strict";

const ReviewWords = (() => {
  const TONGUES = ["en", "zh-Hant", "zh-Hans"];
  const WORDS = {
    skip: ["Skip to the text", "跳到正文", "跳到正文"],
    title: ["Alignments", "對齊校訂", "对齐校订"],
    none: ["There is no text yet.", "還沒有文本。", "还没有文本。"],
    missing: ["There is no such text", "沒有這篇文本", "没有这篇文本"],
    open: ["to look at", "處待看", "处待看"],
    done: ["nothing uncertain", "無存疑處", "无存疑处"],
    read: ["Read this text", "閱讀本文", "阅读本文"],
    counts: ["{all} segments, {looked} looked at, {open} uncertain", "共{all}句，已看{looked}句，存疑{open}句", "共{all}句，已看{looked}句，存疑{open}句"],
    history: ["History", "修改記錄", "修改记录"],
    undo: ["Undo", "復原", "撤销"],
    redo: ["Redo", "重做", "重做"],
    save: ["Save", "儲存", "保存"],
    autosave: ["Save at once", "隨改隨存", "随改随存"],
    "state.clean": ["All saved", "已全部儲存", "已全部保存"],
    "state.dirty": ["{count} not saved", "{count}段未儲存", "{count}段未保存"],
    "state.saving": ["Saving …", "儲存中…", "保存中…"],
    "state.failed": ["Not saved: {why}", "未能儲存：{why}", "未能保存：{why}"],
    "said.saved": ["Saved. The text is built again.", "已儲存，正在重新生成。", "已保存，正在重新生成。"],
    "said.renewed": ["The alignment was renewed.", "對齊已更新。", "对齐已更新。"],
    "said.lost": ["{count} of your changes no longer fit the text.", "有{count}處修改已不合原文。", "有{count}处修改已不合原文。"],
    "said.dropped": ["{count} saved segments were not built like this; the terminal says why.", "有{count}句未能照此生成，原因見終端機。", "有{count}句未能照此生成，原因见终端。"],
    "news.changed": ["The text has changed since this page was loaded. Nothing was saved.", "載入之後文本已有改動，尚未儲存。", "载入之后文本已有改动，尚未保存。"],
    "news.load": ["Load it and keep my changes", "重新載入並保留修改", "重新载入并保留修改"],
    tools: ["Which segments", "選擇句段", "选择句段"],
    order: ["Order", "次序", "次序"],
    "order.confidence": ["least certain first", "存疑者先", "存疑者先"],
    "order.reading": ["as in the text", "依原文", "依原文"],
    filter: ["Show", "顯示", "显示"],
    "filter.all": ["all", "全部", "全部"],
    "filter.unchecked": ["not checked", "未校", "未校"],
    "filter.uncertain": ["uncertain", "存疑", "存疑"],
    "filter.one-sided": ["one-sided", "單邊", "单边"],
    "filter.checked": ["checked", "已校", "已校"],
    "filter.locked": ["locked", "已鎖定", "已锁定"],
    find: ["Find", "查找", "查找"],
    next: ["Next uncertain", "下一處存疑", "下一处存疑"],
    nothing: ["No segment is like this.", "沒有這樣的句段。", "没有这样的句段。"],
    more: ["Show more", "顯示更多", "显示更多"],
    "no-more": ["Nothing uncertain is left in this list.", "此表中已無存疑處。", "此表中已无存疑处。"],
    auto: ["not checked", "未校", "未校"],
    checked: ["checked", "已校", "已校"],
    locked: ["locked", "已鎖定", "已锁定"],
    new: ["new", "新", "新"],
    sure: ["{percent} % sure", "把握{percent}%", "把握{percent}%"],
    segment: ["Segment {name}", "句段{name}", "句段{name}"],
    go: ["Go to segment {name}", "到句段{name}", "到句段{name}"],
    empty: ["nothing here", "此處無文", "此处无文"],
    cut: ["Split before “{text}”", "在「{text}」之前拆開", "在“{text}”之前拆开"],
    caret: ["Caret before “{text}”", "游標在「{text}」之前", "光标在“{text}”之前"],
    "boundary.next": ["{language}: boundary to the next segment", "{language}：與下一句的分界", "{language}：与下一句的分界"],
    "boundary.previous": ["{language}: boundary to the previous segment", "{language}：與上一句的分界", "{language}：与上一句的分界"],
    back: ["Move it back", "分界前移", "分界前移"],
    on: ["Move it on", "分界後移", "分界后移"],
    acts: ["Change this segment", "修改本句段", "修改本句段"],
    "merge-previous": ["Merge with previous", "併入上句", "并入上句"],
    "merge-next": ["Merge with next", "併入下句", "并入下句"],
    join: ["Join with “{text}”", "與「{text}」併為一段", "与“{text}”并为一段"],
    split: ["Split at the caret", "在游標處拆開", "在光标处拆开"],
    unlink: ["Unlink", "拆為單邊", "拆为单边"],
    exchange: ["Exchange {language} …", "交換{language}…", "交换{language}…"],
    "exchange.here": ["Exchange with this", "與此交換", "与此交换"],
    "exchange.picked": ["Choose the segment to exchange with, or press Esc.", "請選要交換的句段，或按 Esc 取消。", "请选要交换的句段，或按 Esc 取消。"],
    "exchange.dropped": ["Nothing was exchanged.", "未作交換。", "未作交换。"],
    check: ["Checked", "已校", "已校"],
    lock: ["Locked", "鎖定", "锁定"],
    fixed: ["The text's own form says what belongs together here: change it there.", "此處的對應由原檔規定，請在原檔修改。", "此处的对应由原文件规定，请在原文件修改。"],
    "why.fixed": ["This paragraph cannot be cut otherwise here.", "此段在此不能改分。", "此段在此不能改分。"],
    "why.end": ["There is no such segment in this paragraph.", "此段中沒有這樣的句段。", "此段中没有这样的句段。"],
    "why.crossing": ["These texts do not stand together: exchange them first.", "兩段文字不相連，請先交換。", "两段文字不相连，请先交换。"],
    "why.join": ["No paragraph of another language alone stands beside this one.", "此段旁邊沒有只有另一語言的段落。", "此段旁边没有只有另一语言的段落。"],
    "why.place": ["It cannot be cut there.", "不能在此處分開。", "不能在此处分开。"],
    "why.alone": ["There is only one side.", "只有一邊有文字。", "只有一边有文字。"],
    keys: ["Shortcuts", "快捷鍵", "快捷键"],
    "keys.on": ["Use shortcuts", "使用快捷鍵", "使用快捷键"],
    "key.next": ["Next segment, previous segment", "下一句、上一句", "下一句、上一句"],
    "key.uncertain": ["Next uncertain segment", "下一處存疑", "下一处存疑"],
    "key.look": ["Checked, and on to the next uncertain one", "標為已校，並到下一處存疑", "标为已校，并到下一处存疑"],
    "key.check": ["Checked or not", "標為已校或取消", "标为已校或取消"],
    "key.lock": ["Locked or not", "鎖定或取消", "锁定或取消"],
    "key.merge": ["Merge with next, with previous", "併入下句、上句", "并入下句、上句"],
    "key.join": ["Join with the paragraph of another language after this one, before it", "與後面、前面另一語言的段落併為一段", "与后面、前面另一语言的段落并为一段"],
    "key.side": ["Choose the language", "選擇語言", "选择语言"],
    "key.caret": ["Caret back, on: by clauses", "游標移動：逐分句", "光标移动：逐分句"],
    "key.character": ["by characters", "逐字", "逐字"],
    "key.split": ["Split at the caret", "在游標處拆開", "在光标处拆开"],
    "key.boundary": ["Boundary to the next segment back, on", "與下一句的分界前移、後移", "与下一句的分界前移、后移"],
    "key.boundary-previous": ["Boundary to the previous segment back, on", "與上一句的分界前移、後移", "与上一句的分界前移、后移"],
    "key.give": ["Text before the caret to the previous, after it to the next segment", "游標前的文字歸上句，游標後的歸下句", "光标前的文字归上句，光标后的归下句"],
    "key.unlink": ["Unlink the languages", "拆為單邊", "拆为单边"],
    "key.exchange": ["Exchange with another segment", "與另一句交換", "与另一句交换"],
    "key.undo": ["Undo, redo", "復原、重做", "撤销、重做"],
    "key.save": ["Save", "儲存", "保存"],
    "key.find": ["Find", "查找", "查找"],
    "key.sheet": ["This sheet", "本表", "本表"],
  };

  const preferred = () => {
    const chosen = window.Reader?.settings?.chosen().interface;
    if (TONGUES.includes(chosen)) return chosen;
    for (const tag of navigator.languages || [])
      if (/^zh/i.test(tag)) return /hant|tw|hk|mo/i.test(tag) ? "zh-Hant" : "zh-Hans";
      else if (/^en/i.test(tag)) return "en";
    return "en";
  };

  const tongue = preferred();

  /** A word of the page, its {places} filled. */
  const say = (key, values = {}) => (WORDS[key]?.[TONGUES.indexOf(tongue)] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name]);

  document.documentElement.lang = tongue;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));

  return { say };
})();
