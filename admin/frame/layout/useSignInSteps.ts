import { type FormEvent, useState } from 'react'
import { useWords } from '#admin/language/words.ts'
import { newFactorKey } from '#admin/provider/index.ts'
import { SignInError } from '#admin/provider/signInError.ts'
import type { LoginStep } from './LoginFields.tsx'

/** A sign-in from the password to the second factor: which step it is at, why the last one was refused, and how to send one. */
export function useSignInSteps(signIn: (fields: Record<string, FormDataEntryValue>) => Promise<unknown>) {
  const { t } = useWords()
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [step, setStep] = useState<LoginStep>('password')
  const [factorKey, setFactorKey] = useState('')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setError(undefined)
    setBusy(true)
    try {
      await signIn(Object.fromEntries(form))
    } catch (failure) {
      const reason = failure instanceof SignInError ? failure.reason : 'refused'
      if (reason === 'set-up') setFactorKey(await newFactorKey().catch(() => ''))
      if (reason === 'new-password' || reason === 'code' || reason === 'set-up') setStep(reason)
      else setError(t(`auth.${reason}`))
    } finally {
      setBusy(false)
    }
  }
  return { step, factorKey, error, isBusy, submit }
}
