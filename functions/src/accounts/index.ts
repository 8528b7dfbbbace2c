export { changeEmail } from "./changeEmail.ts";
export { requestPasswordReset } from "./requestPasswordReset.ts";
export { sendLink } from "./sendLink.ts";
export { sendVerification } from "./sendVerification.ts";
