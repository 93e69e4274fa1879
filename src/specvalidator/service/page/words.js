// What the page says, in Chinese and English.

import { FORMATS } from "./formats.js";

const KINDS = {
  specification: ["考核规范", "Specification"],
  application: ["考点设立申请表", "Site application"],
  dossier: ["考点申报材料", "Dossier of a site"],
  announcement: ["考核公告", "Announcement"],
  session: ["考核场次记录", "Session record"],
};
const WORDS = {
  ...KINDS,
  title: ["专项职业能力考核材料检查", "Check of vocational ability assessment documents"],
  lead: [
    "逐条对照通知，指出哪里不符合要求、依据哪一条、怎样修改。",
    "Clause by clause: what is wrong, which clause says so, how to mend it.",
  ],
  skip: ["跳到选择文件", "Skip to choosing files"],
  choose: ["选择要检查的文件", "Choose files to check"],
  drop: ["把文件或文件夹拖到这里，可以一次放多份；或者", "Drop files or folders here, or"],
  browse: ["选择文件…", "Choose files…"],
  browse_folder: ["选择文件夹…", "Choose a folder…"],
  camera: ["拍照…", "Take a photograph…"],
  by_camera: [
    "拍照请放平纸张、拍全四边。每张照片各按一份材料检查；一份材料有几页的，请用手机的扫描功能存成一个 PDF，再选择文件。",
    "Lay the paper flat and take it with all four edges. Each photograph is checked by itself: scan a document of several pages into one PDF with your phone, and choose that.",
  ],
  photograph: ["照片{0}.jpg", "photograph {0}.jpg"],
  take: ["全部下载（zip）", "Download all (zip)"],
  taking: ["正在生成第{0}份，共{1}份：{2}", "Making {0} of {1}: {2}"],
  taking_table: ["正在生成汇总表…", "Making the workbook…"],
  took: ["已生成批注稿、审核意见和汇总表。", "Marked copies, letters and the workbook are made."],
  too_much: ["压缩包太大，没有放入。请分批下载。", "left out, as the zip would be too large; take fewer files at once."],
  told_of_made: ["“{0}”：{1}", "“{0}”: {1}"],
  to_print: [
    "打印报告请用报告中的“打印”按钮，或保存报告后打印。",
    "To print the report, use its own button “Print”, or save it and print that.",
  ],
  cut: [
    "一次最多放{0}份文件，其余的没有检查，请分几次拖放。",
    "Only {0} files are taken at once; the others were not checked. Drop them by themselves.",
  ],
  kinds: FORMATS,
  kind: ["材料种类", "Kind"],
  kind_any: ["按内容识别", "recognised from the content"],
  pack: ["规则包", "Rule pack"],
  results: ["检查结果", "Results"],
  clear: ["清空列表", "Clear the list"],
  close: ["关闭报告", "Close the report"],
  privacy: [
    "文件只发送给这台服务器，检查完即丢弃，不保存。",
    "Files are sent to this server only, and dropped as soon as they are checked.",
  ],
  token_button: ["令牌", "Token"],
  token_title: ["请输入令牌", "Enter your token"],
  token_words: [
    "这项服务需要令牌，请向管理员索取。令牌只保留到关闭这个标签页为止。",
    "This service asks for a token, which its operator gives out. It is kept until this tab is closed.",
  ],
  token_label: ["令牌", "Token"],
  token_ok: ["确定", "OK"],
  token_cancel: ["取消", "Cancel"],
  token_wrong: ["令牌不正确，请核对后重新输入。", "This token is wrong; check it and enter it again."],

  waiting: ["等候", "Waiting"],
  working: ["正在检查", "Being checked"],
  uploading: ["正在上传 {0}%", "Uploading {0}%"],
  checking: ["已上传，正在检查…", "Uploaded; being checked…"],
  recognising: ["已上传，正在识别图像中的文字，每页要几秒…", "Uploaded; words are being recognised, some seconds a page…"],
  recognising_page: ["正在识别第{0}页的文字，每页要几秒，已用{1}秒…", "Page {0} is being recognised, some seconds a page; {1} s so far…"],
  queued: ["前面还有别的文件，正在排队，已等{0}秒…", "Other files come first; waiting for {0} s…"],
  still_checking: [
    "仍在检查，已用{0}秒。扫描件和照片要逐页识别文字，每页要几秒。",
    "Still being checked, {0} s so far. Words of scans and photographs are recognised page by page, some seconds each.",
  ],
  still_recognising: ["正在识别图像中的文字，每页要几秒，已用{0}秒…", "Words are being recognised, some seconds a page; {0} s so far…"],
  pass: ["通过", "Pass"],
  fail: ["不通过", "Fail"],
  review: ["待核", "Review"],
  partly: ["有文件没有检查", "Not all checked"],
  "not-judged": ["没有检查", "Not judged"],
  together: ["申报材料（{0}）", "Dossier ({0})"],
  told_of: ["“{0}”没有检查：{1}", "“{0}” was not checked: {1}"],
  unread: ["无法读取", "Unreadable"],
  refused: ["没有检查", "Not checked"],
  cancelled: ["已取消", "Cancelled"],
  busy: ["服务繁忙", "Busy"],
  busy_words: [
    "服务器正忙，这份文件还没有受理，文件本身没有问题。{0}秒后自动重试（第{1}次）。",
    "The server is busy and has not taken this file yet; nothing is wrong with the file. Trying again in {0} s (attempt {1}).",
  ],
  still_busy: [
    "服务器一直很忙，这份文件没有检查。请过一会儿再点“重试”。",
    "The server stays busy; this file was not checked. Wait a while and choose “Try again”.",
  ],
  offline: [
    "与服务器的连接中断，这份文件没有检查。请检查网络后点“重试”。",
    "The connection to the server broke; this file was not checked. Check the network and choose “Try again”.",
  ],
  changed: [
    "这份文件选定之后又改动过，浏览器不能再读取。请点“改后重查”，或重新选择文件。",
    "The file was changed after it was chosen, so that the browser cannot read it. Choose “Check again”, or the file anew.",
  ],
  gone: [
    "这份文件已不在原处，没有检查。请重新选择文件。",
    "The file is no longer where it was; it was not checked. Choose it anew.",
  ],
  slow: [
    "上传或检查用时过长，已停止，这份文件没有检查。请检查网络后点“重试”。",
    "It took too long and was stopped; this file was not checked. Check the network and choose “Try again”.",
  ],
  garbled: [
    "服务器的答复无法读懂（{0}），这份文件没有检查。",
    "The answer of the server cannot be understood ({0}); this file was not checked.",
  ],
  no_token: ["没有令牌，这份文件没有检查。", "Without a token this file was not checked."],
  clean: ["没有发现问题", "no findings"],
  errors: ["{0}个错误", "errors: {0}"],
  warnings: ["{0}个警告", "warnings: {0}"],
  notes: ["{0}个提示", "notes: {0}"],
  reviews: ["{0}处待核", "to review: {0}"],
  by_hand: ["另有{0}条须人工核对", "clauses to check by hand: {0}"],
  show: ["查看报告", "Show the report"],
  save_report: ["保存报告", "Save the report"],
  again: ["改后重查", "Check again"],
  since: ["与上次相比：{0}", "Since the last check: {0}"],
  count_mended: ["已改好{0}处", "mended: {0}"],
  count_remaining: ["仍然存在{0}处", "remaining: {0}"],
  count_added: ["新出现{0}处", "new: {0}"],
  mended: ["已改好", "Mended"],
  remaining: ["仍然存在", "Remaining"],
  added: ["新出现", "New"],
  save_suggested: ["下载修订稿", "Download with tracked changes"],
  fixed: ["修订稿中有{0}处改法，已写成修订，请在 Word 或 WPS 的“审阅”中接受或拒绝。", "Findings mended by tracked changes: {0}. Accept or reject them in Word."],
  no_fixes: ["没有把握十足的改法，所以没有修订稿；请按批注稿修改。", "No mend is certain, so there are no tracked changes; follow the remarks of the marked copy."],
  save_marked: ["下载批注稿", "Download the marked copy"],
  save_letter: ["下载审核意见", "Download the letter"],
  save_json: ["下载 JSON", "Download JSON"],
  retry: ["重试", "Try again"],
  cancel: ["取消", "Cancel"],
  report_of: ["检查报告：{0}", "Report: {0}"],
  recognised_again: ["正在重新识别图像，每页要几秒，请稍候…", "The picture is recognised once more, some seconds a page…"],
  getting: ["正在生成…", "Being made…"],
  of_file: ["{0}：{1}", "{0}: {1}"],
  summary: ["共{0}份文件：{1}。", "{0} files: {1}."],
  count: ["{0}份{1}", "{1} {0}"],
  listing: ["，", ", "],
  name_marked: ["批注稿", "marked"],
  name_suggested: ["修订稿", "suggested"],
  name_letter: ["审核意见", "letter"],
  name_table: ["汇总表", "results"],
  name_all: ["检查结果", "results"],
  folder_marked: ["批注稿", "marked"],
  folder_letters: ["审核意见", "letters"],
  name_report: ["检查报告", "report"],
};

let language = 0;

/** Return the code of the language that is spoken. */
export const spoken = () => (language ? "en" : "zh");

/** Speak `zh` or `en` from now on. */
export function speak(code) {
  language = code === "en" ? 1 : 0;
}

/** Return the wording of `key`, with values in the places of {0}, {1} … */
export function say(key, ...values) {
  return WORDS[key][language].replace(/\{(\d)\}/g, (_, at) => values[at]);
}

/** Return whether the page has words for `key`. */
export const knows = (key) => Object.hasOwn(WORDS, key);
