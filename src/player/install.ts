/** Makes a course of a web server an app: installable, and there without a network. From a disk nothing of it is asked for. */

export function offerInstallation({ document, navigator, location, isSecureContext }: Window): void {
  if (!isSecureContext || !location.protocol.startsWith('http')) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = 'course.webmanifest';
  document.head.append(link);
  // A browser that does not let it be, as in a private window, plays the course all the same.
  void navigator.serviceWorker?.register('worker.js').catch(() => {});
}
