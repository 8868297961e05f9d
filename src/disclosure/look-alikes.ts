/**
 * Letters of other alphabets that look like Latin ones, as pairs: the letter, then what it looks like.
 * Chosen from Unicode's confusables (UTS 39) among the letters that a Latin keyboard's neighbour types;
 * what compatibility decomposition (NFKD) already makes Latin is left out.
 */
const pairs =
  // Cyrillic
  'аaвbсcԁdеeһhіiїijjкkӏlмmнhоoрpԛqгrѕsтtуyѵvѡwԝwхxҳxүyАAВBСCЕEҒFԌGНHІIЇIЈJКKМMОOРPԚQЅSТTЦUѴVԜWХXУYҮYЗ3з3б6Ь' +
  // Greek
  'bαaβbγyδdεeηnιiκkνvοoρpσoςcτtυuχxωwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX' +
  // Armenian and Cherokee
  'օoսuհhոnցgզqաwոnՏSՍUՕOᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎥiᎫJᏦKᏞLᎷMΝNᏢPᎡRᏚSᎢTᏙVᎳWᏃZ' +
  // Latin letters that do not decompose, and small capitals
  'ıiłlŁLøoØOđdĐDħhĦHɑaɡgɩiɪiʟlɴnʀrʏyʙbɢgʜhᴀaᴄcᴅdᴇeᴊjᴋkᴍmᴏoᴘpᴛtᴜuᴠvᴡwᴢzꜱsꜰfꞯqǫqᴀaᴠvƖlǀlꓲIⅼl' +
  // figures of the East
  '〇0一1二2三3四4五5六6七7八8九9' +
  // marks that stand for a letter or another mark
  '‐-‑-‒-–-—-―-−-﹣-⁃-‘\'’\'′\'‛\'`\'´\'“"”"″"„"«"»"⁄/∕/·.•.․.。.٫.，,、,٬,：:；;＋+º°˚°ᵒ°ǃ!∣|';

export const lookAlikes: ReadonlyMap<string, string> = (() => {
  const letters = [...pairs];
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < letters.length; at += 2) map.set(letters[at]!, letters[at + 1]!);
  return map;
})();
