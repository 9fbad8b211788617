import { language, type Language, useLanguage } from "@/lib/preferences";

/** The few words of the phone entry; too few for a library. */
const zh = {
  product: "明鉴",
  switch: "English",
  offline: "当前离线。网络恢复后自动继续。",
  noServer: "连接不到服务器。请检查手机网络，然后重试。",
  fault: "服务器处理时出错，请稍后重试。",
  retry: "重试",
  loading: "正在打开链接…",
  noLinkTitle: "请用收到的链接打开",
  noLink: "此页需要邀请链接。请在短信或邮件中点开链接，或请邀请您的人重新发送。",
  deadTitle: "此链接不能使用",
  deadNext: "请联系邀请您的人，请对方重新发送链接。",
  invites: "邀请您参加远程审核",
  organisation: "所属组织",
  you: "您的姓名",
  until: "链接有效至",
  notYou: "不是您本人？请不要进入，并告知邀请您的人。",
  join: "进入",
  inTitle: "您已进入",
  inText: "审核员开始会议时，请保持此页打开。在此之前，可先检查摄像头和麦克风。",
  onlyThis: "此链接已与这部手机绑定，其他设备不能再用。",
  checkTitle: "检查摄像头和麦克风",
  checkText: "画面和声音只在这部手机上，不会发送或保存。",
  check: "开始检查",
  stop: "结束检查",
  flip: "换另一个摄像头",
  level: "麦克风音量",
  speak: "请说几句话，绿条应随声音变化。",
  good: "摄像头和麦克风正常",
  refused: "没有得到使用摄像头和麦克风的许可。请在浏览器的网站设置中允许，然后重试。",
  none: "没有找到摄像头或麦克风。",
  busy: "摄像头正被其他应用使用。请关闭它们，然后重试。",
  insecure: "浏览器只在安全连接（https）下允许使用摄像头。请用收到的链接打开，不要改动网址。",
  wechat: "您正在微信内打开。如摄像头不能使用，请点右上角菜单，选择“在浏览器中打开”。",
};

type Words = typeof zh;

const en: Words = {
  product: "Mingjian",
  switch: "中文",
  offline: "You are offline. This continues when the network returns.",
  noServer: "The server cannot be reached. Check the phone's network, then try again.",
  fault: "The server failed. Try again shortly.",
  retry: "Try again",
  loading: "Opening the link…",
  noLinkTitle: "Open this from the link you received",
  noLink:
    "This page needs an invitation link. Open the one in your text message or e-mail, or ask the person who invited you to send it again.",
  deadTitle: "This link cannot be used",
  deadNext: "Ask the person who invited you to send a new link.",
  invites: "You are invited to a remote audit",
  organisation: "Organisation",
  you: "Your name",
  until: "Link valid until",
  notYou: "Not you? Please do not join, and tell the person who sent the link.",
  join: "Join",
  inTitle: "You are in",
  inText:
    "Keep this page open for when the auditor starts the meeting. Until then you can check the camera and microphone.",
  onlyThis: "The link now belongs to this phone; no other device can use it.",
  checkTitle: "Check camera and microphone",
  checkText: "Picture and sound stay on this phone; nothing is sent or kept.",
  check: "Start the check",
  stop: "End the check",
  flip: "Use the other camera",
  level: "Microphone level",
  speak: "Say a few words: the green bar should move.",
  good: "Camera and microphone work",
  refused:
    "Permission to use the camera and microphone was not given. Allow it in the browser's site settings, then try again.",
  none: "No camera or microphone was found.",
  busy: "Another app is using the camera. Close it, then try again.",
  insecure:
    "Browsers allow the camera only on a secure connection (https). Open the link you received without changing its address.",
  wechat:
    "You opened this inside WeChat. If the camera does not work, use the menu at the top right and choose to open in a browser.",
};

export const WORDS: Record<Language, Words> = { "zh-hans": zh, en };

export const useWords = (): Words => WORDS[useLanguage()];

/** For code outside components: error sentences. */
export const words = (): Words => WORDS[language.get()];
