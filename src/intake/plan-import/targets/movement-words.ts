/** Verbs of movement, as alternatives for regular expressions; with 到 or 至 behind them they lead to a level. */
export const RISING = '增加|增长|提高|提升|扩大|上升|跃升|攀升|发展|拓展|扩展|壮大|增|升|提';
export const FALLING = '压缩|压减|压降|降低|下降|缩短|缩减|减少|精简|精减|整合|归并|降|减';
