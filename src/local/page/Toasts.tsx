export type Toast = { readonly id: number; readonly says: string };

export function Toasts({ toasts, dismiss }: { toasts: readonly Toast[]; dismiss: (id: number) => void }) {
  return (
    <div className="toasts" role="alert">
      {toasts.map((toast) => (
        <p key={toast.id} className="toast">
          <span>{toast.says}</span>
          <button type="button" aria-label="Close this note" onClick={() => dismiss(toast.id)}>
            ×
          </button>
        </p>
      ))}
    </div>
  );
}
