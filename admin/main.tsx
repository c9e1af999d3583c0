import { createRoot } from 'react-dom/client'
import { App } from '#admin/App.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
