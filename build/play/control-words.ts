/** What controls are called that take a learner on, in the languages of most courses. Pure. */

export type Purpose = 'resume' | 'start' | 'submit' | 'next' | 'accept' | 'arrange' | 'avoid' | 'aside';

/**
 * By purpose: en, fr, es, ar, zh, ru, de, pt. Lower case; a name that begins with one of them counts. `arrange` moves
 * things that are to be put in order, `aside` opens what stands beside the course.
 */
const words: Readonly<Record<Purpose, readonly string[]>> = {
  resume: listed(`
    resume, continue, yes, carry on, reprendre, continuer, oui, reanudar, retomar, continuar, sí, si, sim,
    استئناف, متابعة, نعم, 继续, 恢复, 是, продолжить, возобновить, да, fortsetzen, fortfahren, weiter, ja`),
  start: listed(`
    start, begin, launch, enter, play, let's go, get started, commencer, démarrer, débuter, lancer, comenzar, empezar,
    iniciar, começar, ابدأ, ابدأي, بدء, 开始, 進入, 进入, начать, старт, запустить, starten, beginnen, los geht, anfangen`),
  submit: listed(`
    submit, check, answer, confirm, done, finish, validate, send, soumettre, valider, vérifier, terminer, enviar,
    comprobar, confirmar, responder, terminar, verificar, إرسال, تحقق, تأكيد, 提交, 检查, 确认, 完成, отправить, проверить,
    ответить, подтвердить, завершить, absenden, prüfen, überprüfen, bestätigen, antworten, abgeben, fertig, concluir,
    finalizar`),
  next: listed(`
    next, continue, forward, proceed, go on, suivant, suivante, continuer, avancer, siguiente, continuar, avanzar, seguir,
    próximo, próxima, avançar, seguinte, التالي, التالية, متابعة, 下一, 继续, далее, следующий, следующая, продолжить,
    вперед, вперёд, дальше, weiter, nächste, vorwärts, fortsetzen, fortfahren`),
  accept: listed(`
    ok, okay, got it, close, accept, agree, i agree, understood, dismiss, d'accord, fermer, accepter, compris, aceptar,
    cerrar, entendido, aceitar, fechar, موافق, إغلاق, حسنا, 确定, 关闭, 知道了, 好, ок, закрыть, понятно, принять,
    schließen, verstanden, akzeptieren`),
  arrange: listed(`
    move down, down, descendre, vers le bas, bajar, mover hacia abajo, descer, mover para baixo, إلى أسفل, تحريك إلى أسفل,
    下移, 向下, вниз, переместить вниз, nach unten, abwärts`),
  avoid: listed(`
    exit, quit, log out, logout, leave, save and exit, back, previous, prev, restart, reset, retry, try again,
    take it again, retake, repeat, repetir, إعادة, пройти еще, пройти ещё, noch einmal, nochmal, start over, keep, print, download, share, delete, mute, pause, help, quitter, sortir, retour, précédent, recommencer, imprimer,
    télécharger, salir, atrás, anterior, volver, reiniciar, imprimir, descargar, sair, voltar, baixar, خروج, السابق,
    السابقة, طباعة, 退出, 上一, 返回, 重新, 打印, 下载, выход, выйти, назад, предыдущий, заново, печать, скачать, beenden,
    verlassen, zurück, vorherige, neu starten, drucken, herunterladen, wiederholen`),
  aside: listed(`
    search, tools, settings, glossary, notes, resources, language, captions, subtitles, transcript, volume, full screen,
    fullscreen, zoom, saved, saving, chercher, rechercher, recherche, outils, paramètres, glossaire, enregistré,
    enregistrement, buscar, herramientas, ajustes, glosario, guardado, guardando, بحث, أدوات, إعدادات, مسرد, حُفظ, جار,
    搜索, 工具, 设置, 术语, 已保存, 正在保存, поиск, инструменты, настройки, глоссарий, сохранено, сохранение, suche,
    werkzeuge, einstellungen, glossar, gespeichert, pesquisar, ferramentas, configurações`),
};

/** Whether a control of this accessible name serves that purpose. */
export function serves(name: string, purpose: Purpose): boolean {
  const plain = plainName(name);
  return plain !== '' && plain.length <= 80 && words[purpose].some((word) => beginsWith(plain, word));
}

/** A sign of the way forward where no word is seen: ids, classes and the like of arrows. */
export function hintsForward(hint: string): boolean {
  return /(^|[^a-z])(next|forward|continue|btn-?next|nextbtn|weiter|suivant|siguiente)([^a-z]|$)/i.test(hint);
}

function listed(text: string): string[] {
  return text
    .trim()
    .split(',')
    .map((word) => word.trim());
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ');
}

/** Chinese writes no spaces: what follows there is no other word. */
function beginsWith(name: string, word: string): boolean {
  if (!name.startsWith(word)) return false;
  return /\p{Script=Han}$/u.test(word) || !/^\p{L}/u.test(name.slice(word.length));
}
