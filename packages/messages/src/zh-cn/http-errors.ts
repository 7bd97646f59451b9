import type { httpErrors as english } from "../en/http-errors.js";
import { shown, type ErrorText } from "../error-text.js";

export const httpErrors: Readonly<Record<keyof typeof english, ErrorText>> = {
  UNKNOWN_PATH: {
    message: ({ found }) => `接口没有路径${shown(found)}。`,
    hint: () => "GET /api/openapi.json",
    page: "HTTP 接口没有该路径。GET /api/openapi.json 列出全部路径及其输入与输出。",
  },
  METHOD_NOT_ALLOWED: {
    message: ({ found, expected }) => `此处不允许${shown(found)}，允许：${shown(expected)}。`,
    page: "需要计算的问题用 POST 提交，列表用 GET 读取。",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    message: ({ found, expected }) => `请求体为${shown(found)}，应为${shown(expected)}。`,
    page: "HTTP 接口的请求体为 JSON，并在 content-type 中注明。其他网站的页面无法擅自发送此类请求。",
  },
  FORBIDDEN_ORIGIN: {
    message: ({ found }) => `不应答来自${shown(found)}的请求。`,
    page: "服务器只应答程序与其自身页面。其他网站的页面，或不属于本服务器的地址，一概拒绝。供其他机器使用时请以 --host 启动。",
  },
  BUSY: {
    message: ({ found }) => `已有${shown(found)}个请求在等待，请稍后再试。`,
    page: "HTTP 接口同时只计算少数请求，另有若干可以等待；超出时应答 503 并附 Retry-After。",
  },
};
