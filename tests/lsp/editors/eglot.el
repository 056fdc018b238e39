;;; Opens the draft, waits for a finding, applies the preferred fix, and saves. Writes what it saw as JSON.  -*- lexical-binding: t -*-
(require 'package)
(package-initialize)
(require 'eglot)
(require 'json)

(setq eglot-sync-connect 60
      eglot-connect-timeout 120
      eglot-send-changes-idle-time 0
      flymake-no-changes-timeout 0.1
      make-backup-files nil
      create-lockfiles nil
      coding-system-for-write 'utf-8)

(defun wait-until (what)
  "Let processes and timers run until WHAT, a function, is true, for at most a minute."
  (let ((end (+ (float-time) 60)))
    (while (and (not (funcall what)) (< (float-time) end))
      (accept-process-output nil 0.05)
      (flymake-start))))

(let* ((python (pop command-line-args-left))
       (draft (pop command-line-args-left))
       (out (pop command-line-args-left))
       (eglot-server-programs `((text-mode . (,python "-m" "jlint" "lsp")))))
  (find-file draft)
  (text-mode)
  (apply #'eglot (eglot--guess-contact))
  (wait-until #'flymake-diagnostics)
  (let* ((found (car (flymake-diagnostics)))
         (start (flymake-diagnostic-beg found))
         (end (flymake-diagnostic-end found))
         (marked (buffer-substring-no-properties start end))
         (message (flymake-diagnostic-text found))
         (actions (eglot-code-actions start end "quickfix" nil))
         (preferred (cl-find-if (lambda (action) (eq t (plist-get action :isPreferred))) actions)))
    (eglot--apply-workspace-edit (plist-get preferred :edit))
    (eglot--signal-textDocument/didChange) ; Emacs waits for an idle moment, which a script has not
    (wait-until (lambda () (null (flymake-diagnostics))))
    (save-buffer)
    (let ((left (length (flymake-diagnostics))))
      (with-temp-file out
        (insert (json-encode `((text . ,marked) (message . ,message) (left . ,left)
                               (titles . ,(vconcat (mapcar (lambda (each) (plist-get each :title)) actions))))))))
    (eglot-shutdown (eglot-current-server))))
