/** Runs something where a setting of the deployment has another value. */
export function withSetting<Answer>(name: string, value: string, work: () => Answer): Answer {
  const own = process.env[name];
  process.env[name] = value;
  try {
    return work();
  } finally {
    if (own === undefined) delete process.env[name];
    else process.env[name] = own;
  }
}
