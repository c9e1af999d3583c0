/** The header in which CloudFront sends what only it and the functions know; whoever calls past it cannot send it. */
export const originHeader = 'x-redress-origin'
