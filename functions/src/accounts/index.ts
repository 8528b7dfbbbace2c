export { beforeCreate } from "./beforeCreate.ts";
export { beforeSignIn } from "./beforeSignIn.ts";
export { changePassword } from "./changePassword.ts";
export { greet } from "./greet.ts";
export { inviteUser } from "./inviteUser.ts";
export { withdrawInvitation } from "./withdrawInvitation.ts";
