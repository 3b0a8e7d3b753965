/** Passwords of ten letters and more that everyone tries first, in small letters. */
export const WELL_KNOWN_PASSWORDS: ReadonlySet<string> = new Set(
  `
  1234567890 0123456789 12345678901 123456789012 0987654321 9876543210 1029384756 1122334455
  1234554321 1234512345 0000011111 1111122222 1231231234 1212121212 1234567891 12345678910
  qwertyuiop qwertyuiop1 qwertyuiop123 qwerty12345 qwerty123456 qwertyqwerty 1qaz2wsx3edc
  1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 qazwsxedcrfv qazwsxedc123 zaq12wsxcde3 asdfghjkl1
  asdfghjkl123 asdfghjkl; asdfasdfasdf zxcvbnm123 zxcvbnm1234 abcdefghij abcdefg123 abcdefghijk
  abcd123456 abcde12345 abc1234567 abc123abc123 a123456789 aa12345678 a1b2c3d4e5 1a2b3c4d5e
  password12 password123 password1234 password12345 password01 password001 passwordpassword
  passw0rd12 passw0rd123 p@ssw0rd12 p@ssw0rd123 p@ssword123 pass123456 pass12345678 mypassword
  mypassword1 newpassword changeme123 changeme1234 welcome123 welcome1234 letmein1234 letmein123
  iloveyou12 iloveyou123 iloveyou1234 sunshine123 princess123 football123 baseball123 superman123
  administrator admin12345 admin123456 adminadmin admin@12345 root123456 test123456 testtest123
  testtesttest guest12345 user123456 login12345 secret1234 secret12345 default123 temp123456
  doraemon123 pikachu123 pokemon1234 pokemon123 sakura1234 sakura12345 sakurasakura tokyo12345
  japan12345 nippon1234 yamada1234 tanaka1234 suzuki1234 satou12345 takahashi1 takahashi123
  watanabe123 kobayashi123 arigatou123 ohayou1234 aishiteru1 konnichiwa hanako1234 tarou12345
  gatekeeper gatekeeper1 gatekeeper123 tsunagari1 tsunagari123 tsunagaru1 tsunagu123 tsunagu1234
  kokoro1234 kokoro12345 kokorokokoro saporter123 supporter1 supporter123
  shiyakusho1 yakuba1234 kenkou1234 fukushi123 fukushi1234 minsei1234
  `
    .trim()
    .split(/\s+/),
);
