export const text = "a script that is long enough to be worth the while, long enough, long enough, long enough";
